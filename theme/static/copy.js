// Puts a button beside each address on the page of subscriptions that copies it. Without this file,
// or where the browser lets no page copy, one click selects the whole address.
const told = document.querySelector("#skopiowano");

async function copy(word, address) {
  try {
    await navigator.clipboard.writeText(address.textContent);
    word.data = "Skopiowano";
    told.textContent = `Skopiowano adres: ${address.textContent}`;
  } catch {
    getSelection().selectAllChildren(address);
    told.textContent = "Adres jest zaznaczony, skopiuj go.";
  }
}

function add(address) {
  const button = document.createElement("button");
  const word = document.createTextNode("Kopiuj");
  const rest = document.createElement("span");
  rest.className = "unseen";
  rest.textContent = ` adres ${address.textContent}`;
  button.type = "button";
  button.className = "button button--quiet source__copy";
  button.dataset.script = "brings";
  button.append(word, rest);
  button.addEventListener("click", () => copy(word, address));
  address.after(button);
}

if (navigator.clipboard) document.querySelectorAll(".source__address").forEach(add);
