import { CopyBox } from "#components/sharing/copy-box.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { embedCode } from "#lib/sharing/link-addresses.ts";
import { QrImage } from "./qr-image.tsx";

/** The way back to this page: to scan, on paper too, and to put into another page. */
export function LinkFooter({ link, title }: { link: string; title: string }) {
  return (
    <footer className="mt-10 flex flex-wrap items-start gap-x-6 gap-y-3 border-t border-line pt-5 break-inside-avoid">
      <QrImage link={link} className="size-24 shrink-0" />
      <div className="min-w-0 flex-[1_1_18rem]">
        <p className="text-sm text-soft wrap-anywhere">{link}</p>
        <Disclosure summary="Embed this comparison" className="mt-1 print:hidden">
          <div className="mt-1 max-w-xl">
            <CopyBox
              label="Embed code"
              text={embedCode(link, title)}
              hint="Shows the comparison inside another page. It sets no cookies and starts nothing."
              mono
            />
          </div>
        </Disclosure>
      </div>
    </footer>
  );
}
