import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import { expect, test } from "vitest";
import { useWords } from "./useWords";

const wrapper = ({ children }: { children: ReactNode }) => (
  <MemoryRouter initialEntries={["/?sok=fjell&status=going"]}>{children}</MemoryRouter>
);

test("what is told late leaves what was changed meanwhile", () => {
  const { result } = renderHook(() => useWords(), { wrapper });
  const late = result.current.change;
  act(() => result.current.change({ gruppe: "Borettslag" }));
  act(() => late({ sok: undefined }));
  expect(String(result.current.words)).toBe("status=going&gruppe=Borettslag");
});

test("two changes of one press both count", () => {
  const { result } = renderHook(() => useWords(), { wrapper });
  act(() => {
    result.current.change({ sok: undefined });
    result.current.change({ steg: "notice" });
  });
  expect(String(result.current.words)).toBe("status=going&steg=notice");
});
