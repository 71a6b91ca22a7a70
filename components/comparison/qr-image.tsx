import { qrCodeOf } from "#lib/sharing/qr-code.ts";

/** A link as a QR code. Dark on light in every theme: cameras expect it so. */
export function QrImage({ link, className }: { link: string; className?: string }) {
  const { size, path } = qrCodeOf(link);
  return (
    <svg
      role="img"
      aria-label="QR code of the link"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={size} height={size} rx="1.5" fill="#ffffff" />
      <path d={path} fill="#1d1c1a" />
    </svg>
  );
}
