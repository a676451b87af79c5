import { useIntl } from "react-intl";

/** The words of a fault: a text of ours when it is an id, else the server's own sentence. */
export function useFault(): (message: string | undefined) => string | undefined {
  const intl = useIntl();
  return (message) => (message && message in intl.messages ? intl.formatMessage({ id: message }) : message);
}
