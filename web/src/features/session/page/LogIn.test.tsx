import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { me } from "~/test/fixtures";
import { Refusal, show } from "~/test/show";

test("one who is not logged in comes back to where one wanted to go", async () => {
  let inside = false;
  const { user, router } = await show("/999999999/saker?status=legal", {
    "GET /me": () => (inside ? me : new Refusal(401, { code: "access.session" })),
    "POST /session": () => {
      inside = true;
      return me;
    },
  });
  await user.type(await screen.findByRole("textbox", { name: "E-post" }), "lise@fjordror.example");
  await user.type(screen.getByLabelText("Passord"), "fire tilfeldige ord her");
  await user.click(screen.getByRole("button", { name: "Logg inn" }));
  await waitFor(() =>
    expect(router.state.location.pathname + router.state.location.search).toBe("/999999999/saker?status=legal"),
  );
});

test("an address outside is never followed", async () => {
  const { user, router } = await show("/logg-inn?til=//frist.example", { "POST /session": me });
  await user.type(await screen.findByRole("textbox", { name: "E-post" }), "lise@fjordror.example");
  await user.type(screen.getByLabelText("Passord"), "fire tilfeldige ord her");
  await user.click(screen.getByRole("button", { name: "Logg inn" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/999999999"));
});

test("a second factor is asked for, and a wrong code is said at the place", async () => {
  const { user } = await show("/logg-inn", {
    "POST /session": { ticket: "t1" },
    "POST /session/second": new Refusal(401, { code: "access.code", field: "code", detail: "not right" }),
  });
  await user.type(await screen.findByRole("textbox", { name: "E-post" }), "lise@fjordror.example");
  await user.type(screen.getByLabelText("Passord"), "fire tilfeldige ord her");
  await user.click(screen.getByRole("button", { name: "Logg inn" }));
  const code = await screen.findByRole("textbox", { name: "Engangskode" });
  await user.type(code, "123 456");
  await user.click(screen.getByRole("button", { name: "Logg inn" }));
  await waitFor(() => expect(code).toHaveAccessibleDescription(/Koden stemmer ikke/));
});

test("the first owner's link asks for name, address and password", async () => {
  const { user, asked } = await show("/start?token=tok1", {
    "GET /links/tok1": { kind: "first_owner", expires: "2026-07-07T00:00:00Z" },
    "POST /setup": { ...me, creditors: [] },
  });
  await user.type(await screen.findByRole("textbox", { name: /Navn/ }), "Lise Martinsen");
  await user.type(screen.getByRole("textbox", { name: /E-post/ }), "lise@fjordror.example");
  await user.type(screen.getByLabelText(/Passord/), "kort");
  await user.click(screen.getByRole("button", { name: "Ta Frist i bruk" }));
  expect(await screen.findByText("1 felt må rettes")).toBeVisible();
  await user.type(screen.getByLabelText(/Passord/), " men langt nok");
  await user.click(screen.getByRole("button", { name: "Ta Frist i bruk" }));
  await waitFor(() =>
    expect(asked.find((one) => one.path === "/setup")?.body).toMatchObject({ token: "tok1", language: "nb" }),
  );
});

test("the language can be chosen before one is inside", async () => {
  const { user } = await show("/logg-inn");
  await user.click(await screen.findByRole("button", { name: "Svenska" }));
  expect(await screen.findByRole("heading", { name: "Logga in" })).toBeVisible();
  expect(document.documentElement.lang).toBe("sv");
});
