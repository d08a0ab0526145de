// Served by the preview only: reloads the page after a good build, tells the problems of a bad one.
(() => {
  const { edition } = document.currentScript.dataset;
  let stream;
  let banner;

  function tell(problems) {
    banner?.remove();
    if (!problems) return;
    banner = document.createElement("div");
    banner.setAttribute("role", "alert");
    banner.lang = "pl";
    banner.textContent = `Podgląd pokazuje ostatnią dobrą wersję, bo nowej nie udało się zbudować:\n\n${problems}`;
    banner.style.cssText =
      "position:fixed;inset:auto 0 0;z-index:2147483647;max-height:40vh;overflow:auto;padding:1rem;" +
      "background:#7a0010;color:#fff;font:1rem/1.5 monospace;white-space:pre-wrap;overflow-wrap:anywhere";
    document.body.append(banner);
  }

  // A hidden page lets its connection go: a browser holds only six of them to one server.
  function listen() {
    stream?.close();
    if (document.hidden) return;
    stream = new EventSource("/.debaty/events");
    stream.onmessage = ({ data }) => {
      const news = JSON.parse(data);
      if (news.edition !== edition) location.reload();
      else tell(news.problems);
    };
  }

  document.addEventListener("visibilitychange", listen);
  listen();
})();
