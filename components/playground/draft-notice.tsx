import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { EarlierDraft } from "./use-draft.ts";

/** Nothing that was written is lost to what was typed while the page was still loading. */
export function DraftNotice({ draft }: { draft: EarlierDraft }) {
  if (!draft.isThere) return null;
  return (
    <Notice
      title="An earlier draft is kept."
      announce="status"
      className="mb-4"
      actions={
        <>
          <Button size="small" onClick={() => void draft.bringBack()}>
            Bring back the earlier draft
          </Button>
          <Button size="small" look="plain" onClick={draft.forget}>
            Delete it
          </Button>
        </>
      }
    >
      You began to write before it was back. Bringing it back keeps what stands here now in its stead.
    </Notice>
  );
}
