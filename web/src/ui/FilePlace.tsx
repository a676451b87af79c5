import { type DragEvent, useId, useState } from "react";
import css from "./FilePlace.module.css";
import { IconUpload } from "./icons";

interface Props {
  label: string;
  help: string;
  accept?: string;
  onFile: (file: File) => void;
  /** Several may come at once: those behind the first. */
  onMore?: (files: File[]) => void;
}

/** A place for a file: choose it, or let it fall here. */
export function FilePlace({ label, help, accept, onFile, onMore }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file, ...more] = files ?? [];
    if (!file) return;
    onMore?.(more);
    onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: letting a file fall is an addition to the field inside.
    <div
      className={css.place}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        className={css.input}
        type="file"
        accept={accept}
        multiple={onMore !== undefined}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      <label htmlFor={id}>
        <IconUpload size={18} stroke={1.7} aria-hidden />
        {label}
      </label>
      <p id={`${id}-help`}>{help}</p>
    </div>
  );
}
