// Every record: its layout, and the address that it has in every tool.
export default {
  layout: "post.njk",
  permalink: ({ page }) => `aktualnosci/${page.fileSlug}/index.html`,
};
