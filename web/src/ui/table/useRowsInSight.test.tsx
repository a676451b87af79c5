import { act, fireEvent, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, test } from "vitest";
import { useRowsInSight } from "./useRowsInSight";

// The box is 800 pixels high here.
let show: (index: number) => void;

function List({ count, height = 40 }: { count: number; height?: number }) {
  const rows = useRowsInSight({ count, height, head: 32 });
  show = rows.show;
  return (
    <section ref={rows.box} aria-label="list">
      {rows.first}–{rows.last}
    </section>
  );
}

const list = () => screen.getByRole("region", { name: "list" });
const scroll = (top: number) => {
  list().scrollTop = top;
  fireEvent.scroll(list());
};
const draw = (count: number) => render(<List count={count} />, { wrapper: MemoryRouter });

test("rows in sight are drawn, with eight ready over and under them", () => {
  draw(1000);
  expect(list()).toHaveTextContent("0–27");
  scroll(4000);
  expect(list()).toHaveTextContent("92–127");
  scroll(1000 * 40);
  expect(list()).toHaveTextContent(/–999$/);
});

test("a list that is short or gone has no more rows than it has", () => {
  const { rerender } = draw(3);
  expect(list()).toHaveTextContent("0–2");
  rerender(<List count={0} />);
  expect(list()).toHaveTextContent("0–-1");
});

test("a list that got shorter while one was far down shows its end", () => {
  const { rerender } = draw(1000);
  scroll(30_000);
  rerender(<List count={100} />);
  expect(list()).toHaveTextContent("64–99");
});

test("closer rows show more of them", () => {
  const { rerender } = draw(1000);
  rerender(<List count={1000} height={20} />);
  expect(list()).toHaveTextContent("0–47");
});

test("a row is brought into sight, and the list moves no more than that", () => {
  draw(1000);
  act(() => show(5));
  expect(list().scrollTop).toBe(0);
  // Under the last row in sight, which the head over the rows pushes down.
  act(() => show(19));
  expect(list().scrollTop).toBe(32 + 20 * 40 - 800);
  act(() => show(500));
  act(() => show(490));
  act(() => show(480));
  expect(list().scrollTop).toBe(480 * 40);
});
