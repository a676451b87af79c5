import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "~/test/show";

test("what is typed before the palette is there stands in it, and is no key of the page", async () => {
  const { router } = await show("/999999999/saker/24117");
  await screen.findByRole("region", { name: "Hva skjer nå" });
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
  for (const key of ["n", "y", " ", "s", "Enter"]) fireEvent.keyDown(document.body, { key });
  await waitFor(() => expect(screen.getByRole("combobox", { name: "Søk og gå" })).toHaveValue("ny s"));
  expect(router.state.location.pathname).toBe("/999999999/saker/24117");
});
