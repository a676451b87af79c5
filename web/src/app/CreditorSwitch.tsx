import { useNavigate } from "react-router";
import { useMe, useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { IconBuilding, IconChevronDown } from "~/ui/icons";
import { Menu } from "~/ui/Menu";
import css from "./CreditorSwitch.module.css";

/** More than these are looked for by name. */
const few = 8;

/** For whom one works. Another one is two presses away, and leads to its own pages; among many one types its name. */
export function CreditorSwitch({ onMany }: { onMany: () => void }) {
  const t = useT();
  const org = useOrg();
  const go = useNavigate();
  const creditors = useMe()?.creditors ?? [];
  const here = creditors.find((one) => one.org_number === org);
  if (!here) return <span />;
  if (creditors.length === 1)
    return (
      <span className={css.alone}>
        <IconBuilding size={16} stroke={1.7} aria-hidden />
        <span className={css.name}>{here.name}</span>
      </span>
    );
  const many = creditors.length > few;
  const button = (
    <button
      type="button"
      className={css.switch}
      aria-keyshortcuts="c"
      {...(many ? { onClick: onMany, "aria-haspopup": "dialog" } : {})}
    >
      <IconBuilding size={16} stroke={1.7} aria-hidden />
      <span className={css.name}>{here.name}</span>
      <IconChevronDown size={14} stroke={1.8} aria-hidden />
    </button>
  );
  if (many) return button;
  return (
    <Menu
      label={t("bar.creditor")}
      target={button}
      items={[
        ...creditors.map((one) => ({
          text: one.name,
          here: one.org_number === org,
          onPress: () => go(`/${one.org_number}`),
        })),
        { text: t("decisions.title"), to: `/${org}/beslutninger`, apart: true },
      ]}
    />
  );
}
