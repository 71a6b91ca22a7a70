"use client";

import { useOpener } from "#components/judging/use-opener.ts";
import { Button } from "#components/ui/button.tsx";
import { FILE_PANELS, type FileDesk, type FilePanelName } from "./use-files.ts";

/** Import, Export, Get code: each opens a panel below. */
export function FileButtons({ files }: { files: FileDesk }) {
  return FILE_PANELS.map(({ name, label }) => (
    <FileButton key={name} name={name} label={label} files={files} />
  ));
}

function FileButton({ name, label, files }: { name: FilePanelName; label: string; files: FileDesk }) {
  const open = files.open === name;
  const opener = useOpener(open);
  return (
    <Button
      ref={opener}
      look="plain"
      size="small"
      aria-expanded={open}
      aria-controls={open ? files.panelId : undefined}
      onClick={() => files.setOpen(open ? null : name)}
    >
      {label}
    </Button>
  );
}
