import "@mantine/spotlight/styles.layer.css";
export default function Palette(_: { onClose: () => void }) {
  return null;
}
