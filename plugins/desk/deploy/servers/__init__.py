"""Rules for servers, made from one table of headers (``policy``) and one of addresses (``rules``).

The trust boundary lies here: old addresses come from content, and a server's configuration is a
program. Only addresses of plain characters become rules; at the others the page that leads on
stands all the same.
"""
