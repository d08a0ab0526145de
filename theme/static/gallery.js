// Opens the pictures of a gallery large, one after another, in a dialog of the browser's own, which
// keeps the focus, closes with Escape and gives the focus back. Without this file each picture is a
// link to itself in full.
function made(name, of, inside = "") {
  const element = document.createElement(name);
  element.className = of;
  element.append(inside);
  return element;
}

function button(word, of, act) {
  const element = made("button", `button gallery__button ${of}`, word);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

function viewer(links) {
  const dialog = made("dialog", "gallery__viewer");
  const shown = made("figure", "gallery__shown");
  const words = made("figcaption", "gallery__words");
  const place = made("span", "gallery__place");
  const bar = made("div", "gallery__bar");
  const close = button("Zamknij", "gallery__shut", () => dialog.close());
  let at = 0;

  function show(number) {
    at = (number + links.length) % links.length;
    const copy = (links[at].querySelector("picture") ?? links[at].querySelector("img")).cloneNode(true);
    const image = copy.matches("img") ? copy : copy.querySelector("img");
    for (const one of [copy, ...copy.children]) if (one.sizes) one.sizes = "100vw";
    image.className = "gallery__large";
    image.loading = "eager";
    const credit = links[at].closest("figure").querySelector("figcaption");
    const about = credit ? `${image.alt} (${credit.textContent.trim()})` : image.alt;
    shown.replaceChildren(copy, words);
    words.textContent = about;
    place.textContent = `${at + 1} z ${links.length}`;
  }

  words.ariaLive = "polite";
  dialog.ariaLabel = "Zdjęcia";
  if (links.length > 1) {
    const before = button("Poprzednie", "button--quiet", () => show(at - 1));
    const after = button("Następne", "button--quiet", () => show(at + 1));
    bar.append(before, place, after);
    dialog.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step) show(at + step);
    });
  }
  dialog.append(close, shown, bar);
  document.body.append(dialog);
  return (number) => {
    show(number);
    dialog.showModal();
    close.focus();
  };
}

for (const gallery of document.querySelectorAll(".gallery")) {
  const links = [...gallery.querySelectorAll(".picture__link")];
  let open;
  gallery.addEventListener("click", (event) => {
    const number = links.indexOf(event.target.closest(".picture__link"));
    if (number < 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open ??= viewer(links);
    open(number);
  });
}
