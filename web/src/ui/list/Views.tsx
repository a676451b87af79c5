import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useNavigate } from "react-router";
import { useOrg } from "~/api/me";
import { dropView, saveView, useViews, type View, type ViewOf, type ViewWish } from "~/api/views";
import { useF } from "~/text/format";
import { useT, withWords } from "~/text/texts";
import { Button } from "../Button";
import { IconButton } from "../IconButton";
import { IconBookmark } from "../icons";
import { Menu } from "../Menu";
import { useDone } from "../Toasts";
import { usePhone } from "../useMedia";
import { useTrying } from "../useTrying";

const FailedDialog = lazy(() => import("../FailedDialog"));
const SaveView = lazy(withWords(async () => (await import("./SaveView")).SaveView));

interface Props {
  list: ViewOf;
  /** The list as it stands, to keep. */
  now: Omit<ViewWish, "name" | "list" | "shared">;
  /** The words of the address that show a view. */
  wordsOf: (view: Pick<View, "filter" | "sort" | "direction" | "columns">) => URLSearchParams;
  words: URLSearchParams;
}

const tidy = (words: URLSearchParams) => {
  const copy = new URLSearchParams(words);
  copy.sort();
  return copy.toString();
};

/** Views: ready-made ones, those the person has kept, and those colleagues share, each with its count; and this one, kept. */
export function Views({ list, now, wordsOf, words }: Props) {
  const t = useT();
  const f = useF();
  const org = useOrg();
  const go = useNavigate();
  const done = useDone();
  const queries = useQueryClient();
  const phone = usePhone();
  const [naming, setNaming] = useState(false);
  const dropping = useTrying();
  const views = useViews(org, list).data ?? [];
  const again = () => queries.invalidateQueries({ queryKey: ["views"] });
  const nameOf = (view: View) => {
    if (view.ready) return t(`views.ready.${view.ready}`);
    return view.mine || !view.by ? view.name : t("views.by", { name: view.name, by: view.by });
  };
  const here = tidy(words);
  const sorted = (columns: readonly string[] | null | undefined) => [...(columns ?? [])].sort().join();
  const sameColumns = (view: View) => view.columns !== null && sorted(view.columns) === sorted(now.columns);
  // The person's own columns may be the view's without standing in the address.
  const shows = (view: View) =>
    tidy(wordsOf(view)) === here || (sameColumns(view) && tidy(wordsOf({ ...view, columns: null })) === here);
  const showing = here === "" ? undefined : views.find(shows);
  const keep = async (name: string, shared: boolean) => {
    await saveView({ ...now, name, list, shared });
    await again();
    setNaming(false);
    done({ text: t("views.kept", { name }) });
  };
  const drop = async (view: View) => {
    if (view.view === null) return;
    const gone = view.view;
    if (!(await dropping.run(() => dropView(gone)))) return;
    await again();
    const { name, filter, sort, direction, columns, shared } = view;
    const wish = {
      name,
      list,
      filter,
      columns,
      shared,
      ...(sort ? { sort } : {}),
      ...(direction ? { direction } : {}),
    };
    done({ text: t("views.dropped", { name }), undo: () => saveView(wish as ViewWish).finally(again) });
  };
  const name = showing ? nameOf(showing) : t("views.title");
  const ready = views.filter((view) => view.ready);
  const own = views.filter((view) => !view.ready);
  const item = (view: View, apart: boolean) => ({
    text: nameOf(view),
    note: view.count === null ? "–" : f.count(view.count),
    apart,
    here: view === showing,
    onPress: () => go(`?${wordsOf(view)}`),
  });
  return (
    <>
      <Menu
        label={t("views.title")}
        target={
          phone ? (
            <IconButton icon={IconBookmark} label={name} pressed={showing !== undefined} />
          ) : (
            <Button icon={IconBookmark}>{name}</Button>
          )
        }
        items={[
          ...ready.map((view) => item(view, false)),
          ...own.map((view, n) => item(view, n === 0)),
          { text: t("views.save"), apart: true, onPress: () => setNaming(true) },
          ...(showing?.mine ? [{ text: t("views.drop", { name: showing.name }), onPress: () => drop(showing) }] : []),
        ]}
      />
      <Suspense fallback={null}>
        {dropping.problem && (
          <FailedDialog title={t("views.drop.failed")} problem={dropping.problem} onClose={dropping.forget} />
        )}
        {naming && <SaveView shares={!words.get("sok")} onSave={keep} onClose={() => setNaming(false)} />}
      </Suspense>
    </>
  );
}
