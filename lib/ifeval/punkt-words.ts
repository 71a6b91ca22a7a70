/** What the sentence tokenizer of IFEval knows of English words, as far as answers use them. The lists are ours. */

function words(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.join(" ").split(" "));
}

/** Without their last full stop. What looks like one but is not here ("e.g", "etc", "no") ends a sentence. */
export const ABBREVIATIONS = words(
  "mr mrs ms dr prof sr jr st gen lt col maj adm sen rep reps messrs",
  "jan feb aug sep sept oct nov dec tues wed fri",
  "inc ltd co corp cos bros cie ave ft mg yr vs ok ct",
  "ala ariz calif colo conn fla ga ill kan ky mich minn nev okla ore pa tenn va vt wash wis w.va",
  "a.d a.m p.m d.c l.a n.y n.j n.c s.c n.h n.m r.i u.k u.n u.s u.s.a u.s.s.r ph.d m.b.a s.p.a n.v c.v",
  "a.a a.c a.g a.h a.s a.t b.f b.v d.h d.w e.f e.h e.l e.m f.g f.j g.d g.f g.k h.c h.f h.m j.b j.c j.j j.k j.p j.r",
  "l.f l.p m.j n.d r.a r.h r.j r.k r.t s.a s.g s.s t.j w.c w.r w.w",
  "c d e f g h k l m n p r s t v w",
);

/** Words that begin sentences; after an abbreviation they mean that it was the last word. */
export const STARTERS = words(
  "although but separately yet so indeed many both even nor meanwhile the most in these among nonetheless",
  "nevertheless sales under he some this they there while i since despite according thus instead if though",
  "moreover similarly however when it",
);

/** Words without a capital wherever they stand within a sentence; with one they begin the next. */
export const NEVER_NAMES = words(
  "able above accept active addition address adult afternoon agent ahead allow almost along already always",
  "amount analysis animal anyone anything appear apply approach argue arm arrive article artist ask attack",
  "attention audience author available bag become bed begin behavior behind believe benefit better between",
  "beyond bit blood body box boy break brother build call camera cannot car carry cause certainly chair",
  "challenge chance character charge check choice choose claim cold comment compare condition consider contain",
  "cost couple course create customer dark daughter debate decade decide deep degree describe detail determine",
  "develop die difference different difficult direction discover discuss discussion doctor door draw early edge",
  "eight either else employee enjoy enough enter entire environment especially establish event ever evidence",
  "exactly example exist experience expert explain eye fact factor fear feature feeling figure fill final",
  "finally finish fish floor fly follow following foot forget forward friend girl ground guess gun guy hair",
  "hang happen happy hear heavy her here herself him himself hold hot hour huge hundred husband idea image",
  "imagine important improve include including individual inside interesting into involve item kid kill kitchen",
  "knowledge language laugh learn least lie list listen lose lot maintain majority manage manager marriage mean",
  "meetings member mention message method mind minute moment months morning mother mouth myself nature",
  "necessary need newspaper note nothing number occur officer onto opportunity owner page pain participant",
  "particular particularly partner pass patient per perfect perform performance person personal phone physical",
  "pick piece play player please political position positive practice prepare present pretty prevent private",
  "probably problem problems process product program protect prove provide pull put question range reality",
  "realize receive recent recently recognize reflect region relationship religious remain remember remove",
  "represent require residents respond response result reveal right safe same scene scientist score season",
  "section seem send sense serve seven shake shoot shot shoulder significant similar simple simply sing single",
  "sister sit size skill skin smile soldier someone sometimes son soon sort source speak specific speech spend",
  "sport stage stand statement step still structure style success successful such suddenly suffer suggest",
  "surface task teach teacher team ten tend term thank thanks them themselves theory things think thought",
  "thousand threat through throughout throw together tomorrow traditional treat treatment true truth try turn",
  "type understand upon us various very victim wait walk weapon wear weekend weight welcome whether which whole",
  "whom wide wife win window wish within without words writer yes yesterday your yourself",
);

/** Words that names and titles share with sentences; with a capital they tell nothing, except after an initial. */
export const SOMETIMES_NAMES = words(
  "a about across act action activity actually add admit affect after again against age agency ago agree air",
  "all alone also an and another answer any area army around art as at authority avoid away baby back bad ball",
  "bank bar base be beautiful because before best big bill black blue board book bring budget building business",
  "buy by campaign can card care career case center central century certain change child children church",
  "citizen city civil class clear clearly close coach coffee collection college color come common community",
  "company computer concern conference continue control could country court cover crime culture cup current cut",
  "data day days deal death decision defense democratic design development dinner director disease do dog down",
  "dream drive drop drug during each east easy eat economic economy education effect effort election end energy",
  "evening every everybody everyone everything executive expect face fail fall family far farm fast father",
  "federal feel few field fight film financial find fine fire firm first five focus food for force foreign form",
  "former four free friends from front full fund future game garden gas general generation get give glass go",
  "goal good government great green group grow growth half hand hard have head health heart heat help high his",
  "history hit home hope hospital hotel house how human identify impact increase indicate industry information",
  "institution interest international interview investment is issue its itself job join just keep key kind know",
  "land large last late later law lawyer lay lead leader leave left leg legal less let letter level life light",
  "like likely line little live local long look loss love low machine magazine main major make man management",
  "market material matter may maybe me measure media medical meet meeting memory middle might military million",
  "miss mission model modern money month more move movement movie much music must my name nation national",
  "natural near nearly network never new news next nice night no none north not notice now of off offer office",
  "official often oh oil old on once one only open operation option or order organization other others our out",
  "outside over own paper parent part party past pattern pay peace people perhaps period picture place plan",
  "plans plant point police policy poor popular population possible power president pressure price produce",
  "production professional project property public purpose push quality quickly quite race radio raise rate",
  "rather reach read ready real really reason record red reduce report research resource responsibility rest",
  "return rich rise risk road rock role room rule run save say school science sea seat second security see seek",
  "sell senior series serious service set several share she short should show side sign site situation six",
  "sleep small social society somebody something song sound south special spring staff standard star start",
  "state station stay stock stop store story strategy street strong student study stuff subject summer support",
  "sure system table take talk tax technology television tell test than that their then thing third those three",
  "time to today too top total tough toward town trade training travel tree trial trip trouble two unit until",
  "up use usually value view violence visit voice vote wall want war was watch water way we week well west what",
  "whatever where white who whose why will wind with woman women wonder word work worker workers world worry",
  "would write wrong year years you young",
);
