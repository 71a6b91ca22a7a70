import type { Card } from "#lib/sharing/card.ts";

/** Pixels, as link previews want it. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** The two families that the picture is set in; whoever draws it brings their files. */
const CARD_FONTS = { serif: "Source Serif 4", sans: "Inter" } as const;

/**
 * The preview picture of a link: two first lines and the verdict. It is drawn by a renderer that knows flex boxes
 * and plain styles, no class names; its colours are those of the light theme.
 */
export function CardImage({ card }: { card: Card }) {
  return (
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        background: "#fbfaf7",
        color: "#1d1c1a",
        padding: "54px 64px 48px",
        fontFamily: CARD_FONTS.sans,
      }}
    >
      <div style={{ display: "flex", fontSize: 30, fontFamily: CARD_FONTS.serif, fontWeight: 600 }}>
        <span>After</span>
        <span style={{ color: "#985a00" }}>prompt</span>
        <span style={{ marginLeft: 24, color: "#65615a", fontWeight: 400 }}>{card.title}</span>
      </div>
      <div style={{ display: "flex", flex: 1, gap: 48, marginTop: 40 }}>
        <Side name="Before" text={card.before} colour="#4a6a8a" />
        <Side name="After" text={card.after} colour="#985a00" />
      </div>
      <div
        style={{
          display: "flex",
          flexDirection: "column",
          borderTop: "1px solid #e6e2d9",
          paddingTop: 26,
        }}
      >
        <span style={{ fontFamily: CARD_FONTS.serif, fontWeight: 600, fontSize: 38, lineHeight: 1.25 }}>
          {card.verdict === "" ? "See both, side by side." : card.verdict}
        </span>
        {card.label !== "" && (
          <span style={{ marginTop: 10, fontSize: 22, color: "#65615a" }}>{card.label}</span>
        )}
      </div>
    </div>
  );
}

function Side({ name, text, colour }: { name: string; text: string; colour: string }) {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        flex: 1,
        borderTop: `4px solid ${colour}`,
        paddingTop: 16,
      }}
    >
      <span style={{ color: colour, fontWeight: 600, fontSize: 24 }}>{name}</span>
      <span style={{ fontFamily: CARD_FONTS.serif, fontSize: 32, lineHeight: 1.35, marginTop: 12 }}>
        {text}
      </span>
    </div>
  );
}
