import { lazy, Suspense, useState } from "react";
import { useNavigate } from "react-router";
import { useToday } from "~/api/me";
import { useT } from "~/text/texts";
import { Button } from "~/ui/Button";
import { IconBookmark } from "~/ui/icons";
import { Menu } from "~/ui/Menu";
import type { useRegisterSettings } from "../api/settings";

const SaveView = lazy(async () => ({ default: (await import("./SaveView")).SaveView }));

interface Props {
  words: URLSearchParams;
  settings: ReturnType<typeof useRegisterSettings>;
}

function inAWeek(today: string): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
}

/** Saved views: five that are ready, those the person has kept, and the present one to keep. */
export function Views({ words, settings }: Props) {
  const t = useT();
  const go = useNavigate();
  const today = useToday();
  const [naming, setNaming] = useState(false);
  const ready = [
    { name: t("views.waiting"), search: "status=approval" },
    { name: t("views.week"), search: `frist=${inAWeek(today)}` },
    { name: t("views.legal"), search: "status=legal" },
    { name: t("views.large"), search: "fra=10000.00&sorter=open&retning=ned" },
    { name: t("views.firms"), search: "type=company" },
  ];
  const save = (name: string) => {
    const others = settings.views.filter((view) => view.name !== name);
    settings.keepViews([...others, { name, search: words.toString() }]);
    setNaming(false);
  };
  const showing = settings.views.find((view) => view.search === words.toString());
  return (
    <>
      <Menu
        label={t("views.title")}
        target={<Button icon={IconBookmark}>{showing?.name ?? t("views.title")}</Button>}
        items={[
          ...ready.map((view) => ({ text: view.name, onPress: () => go(`?${view.search}`) })),
          ...settings.views.map((view, n) => ({
            text: view.name,
            apart: n === 0,
            here: view === showing,
            onPress: () => go(`?${view.search}`),
          })),
          { text: t("views.save"), apart: true, onPress: () => setNaming(true) },
          ...(showing
            ? [
                {
                  text: t("views.drop", { name: showing.name }),
                  onPress: () => settings.keepViews(settings.views.filter((view) => view !== showing)),
                },
              ]
            : []),
        ]}
      />
      <Suspense fallback={null}>{naming && <SaveView onSave={save} onClose={() => setNaming(false)} />}</Suspense>
    </>
  );
}
