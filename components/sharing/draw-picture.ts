import {
  COLOURS,
  FONTS,
  type FontName,
  type Measure,
  type Picture,
} from "#lib/sharing/exports/picture-layout.ts";

/** Pixels of the picture for one of its own: sharp on a slide. */
const SCALE = 2;

/** Paints a picture with the fonts of the page and gives it as a PNG. */
export async function drawPicture(lay: (measure: Measure) => Picture): Promise<Blob> {
  const fonts = fontsOfPage();
  await Promise.all(Object.values(fonts).map((font) => document.fonts.load(font)));
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser has no canvas");
  const picture = lay((text, font) => {
    pen.font = fonts[font];
    return pen.measureText(text).width;
  });
  canvas.width = picture.width * SCALE;
  canvas.height = picture.height * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = COLOURS.paper;
  pen.fillRect(0, 0, picture.width, picture.height);
  for (const shape of picture.shapes) {
    pen.fillStyle = COLOURS[shape.fill];
    if (shape.kind === "box") pen.fillRect(shape.x, shape.y, shape.width, shape.height);
    else {
      pen.font = fonts[shape.font];
      pen.fillText(shape.text, shape.x, shape.y);
    }
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture")) : resolve(blob)), "image/png"),
  );
}

function fontsOfPage(): Record<FontName, string> {
  const style = getComputedStyle(document.documentElement);
  const families = {
    serif: style.getPropertyValue("--font-serif") || "Georgia, serif",
    sans: style.getPropertyValue("--font-sans") || "system-ui, sans-serif",
  };
  const css = (name: FontName) => {
    const { family, weight, size } = FONTS[name];
    return `${weight} ${size}px ${families[family]}`;
  };
  return {
    title: css("title"),
    label: css("label"),
    small: css("small"),
    mark: css("mark"),
    prompt: css("prompt"),
    answer: css("answer"),
    verdict: css("verdict"),
  };
}
