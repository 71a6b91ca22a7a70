/** In a frame there is nowhere to go on to. */
export default function EmbedGone() {
  return (
    <main id="main" className="px-4 py-10 text-center">
      <h1 className="font-serif text-title">This comparison is not here</h1>
      <p className="mt-2 text-soft">The link was taken back, has expired, or was mistyped.</p>
    </main>
  );
}
