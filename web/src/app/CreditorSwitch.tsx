import { useNavigate } from "react-router";
import { useMe, useOrg } from "~/api/me";
import { useT } from "~/text/texts";
import { IconBuilding, IconChevronDown } from "~/ui/icons";
import { Menu } from "~/ui/Menu";
import css from "./CreditorSwitch.module.css";

/** For whom one works. Another one is two presses away, and leads to its own pages. */
export function CreditorSwitch() {
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
  return (
    <Menu
      label={t("bar.creditor")}
      target={
        <button type="button" className={css.switch}>
          <IconBuilding size={16} stroke={1.7} aria-hidden />
          <span className={css.name}>{here.name}</span>
          <IconChevronDown size={14} stroke={1.8} aria-hidden />
        </button>
      }
      items={creditors.map((one) => ({
        text: one.name,
        here: one.org_number === org,
        onPress: () => go(`/${one.org_number}`),
      }))}
    />
  );
}
