import "./ui/mantine";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { firstLanguage, loadTexts } from "./text/texts";

// A chunk that is gone after an upgrade: the page is loaded once more, at the same address.
addEventListener("vite:preloadError", (event) => {
  const last = Number(sessionStorage.getItem("frist.reloaded") ?? 0);
  if (Date.now() - last < 30_000) return;
  sessionStorage.setItem("frist.reloaded", String(Date.now()));
  event.preventDefault();
  location.reload();
});

const first = firstLanguage();
const texts = await loadTexts(first);
createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App first={first} texts={texts} />
  </StrictMode>,
);
