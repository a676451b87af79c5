import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { useTold } from "./problems";
import { useRule, useSays } from "./says";
import { loadTexts, Texts, useLanguage } from "./texts";

const due = "the claim fell due 2025-01-15 and is late from the day after";

function Said() {
  const says = useSays();
  const rule = useRule();
  const told = useTold();
  const { choose } = useLanguage();
  const known = says(due);
  const strange = says("the moon is full");
  const refusal = told({
    code: "legal.not_yet",
    detail: "inkassoloven §§ 10 and 11: no payment demand has been sent",
    remedy: "Take that step first.",
  });
  return (
    <>
      <p>{known.text}</p>
      <p lang={strange.ours ? undefined : "en"}>{strange.text}</p>
      <p>
        {refusal.what} {refusal.remedy}
      </p>
      <p>{rule("foreldelsesloven §§ 15 to 18")}</p>
      <button type="button" onClick={() => choose("sv")}>
        svenska
      </button>
    </>
  );
}

test("reasons and refusals never flash in English, and follow the language", async () => {
  const texts = await loadTexts("nb");
  const { container } = render(
    <Texts first="nb" texts={texts}>
      <Said />
    </Texts>,
  );
  expect(container.textContent).not.toMatch(/\bthe\b/);
  expect(
    await screen.findByText("Kravet forfalt 15. januar 2025 og er for sent betalt fra dagen etter."),
  ).toBeVisible();
  expect(screen.getByText("the moon is full")).toHaveAttribute("lang", "en");
  expect(container).toHaveTextContent(
    "Betalingsoppfordring er ikke sendt (inkassoloven §§ 10 og 11). Ta det som mangler",
  );
  expect(container).toHaveTextContent("foreldelsesloven §§ 15–18");
  await userEvent.click(screen.getByRole("button"));
  expect(await screen.findByText("Fordran förföll 15 januari 2025 och är försenad från dagen efter.")).toBeVisible();
});
