/** For each template an answer to its example as one would want it: every check has to pass on it. */
export const GOOD_ANSWERS: Readonly<Record<string, string>> = {
  "action-items": `- Kim: ask the museum for a new photo for the leaflet (by Monday)
- writer: check the prices (by the end of this week)
- somebody: tell the printer that the leaflet is late (no date)`,
  "answer-from-text": "The text does not say.",
  "bug-report": `Steps
1. Open a list on a phone.
2. Choose export.

Expected
The export finishes, as it did on a computer last week.

Happened
The export spins and does not end.

Missing
Which phone and which version? How long is the list? Is there a message?`,
  "code-review": `- Line 3: i runs up to numbers.length and reads one place too far; average([2, 4]) gives NaN. Use i < numbers.length.
- Line 4: an empty list divides by zero and gives NaN. Return 0, or throw, when numbers.length is 0.`,
  "commit-message": `Stop average() from reading past the end of the list

The loop went one step too far, so that every average was NaN. An empty list now gives 0.`,
  "compare-options": `| criterion | a cargo bike | a small used car |
| --- | --- | --- |
| cost a year | about a tenth | insurance, fuel, repairs |
| time on the school run | no queue | depends on traffic |
| carrying a week of shopping | fits, with care | fits |
| bad weather | needs rain covers | dry |

I would choose the cargo bike, because most trips are short. I would not if the school were on a hill.`,
  "cv-line":
    "Ran the social media channels of the shop and raised the number of followers by [percentage] in [period].",
  "for-a-child": `Look up: tonight the moon looks like a slice. But the moon is always round, like a ball. The sun shines on one half of it. When the moon goes around us, we see more of the bright half, or less. It is like a plate on the table. Look from the top and it is round. Look from the side and it is thin. The plate did not change, and the moon did not change. What shape do you think it will have next week?`,
  headlines: `1. How 8,000 people cut their light bill by 61 percent
2. Does a street need light when nobody walks there?
3. For mayors: half the lamps, most of the savings
4. Complaints stopped after the first month
5. Town replaces half of its street lamps`,
  "interview-questions": `1. Tell me about a shift when two people did not come. What did you do first?
Listen for: who was told, and in which order the work was done.
2. Describe a time when you changed how a team packs or loads.
Listen for: a reason, a number, and what the team said.
3. When did you last stop work because it was unsafe?
Listen for: that it was stopped at once.
4. Tell me about a new colleague whom you trained.
Listen for: how learning was checked.
5. Describe a mistake in a delivery that was yours.
Listen for: what was changed after it.`,
  "invoice-fields":
    '{"number": "2026-118", "date": "2026-03-03", "seller": "Bike Workshop North", "total": 114.5, "currency": "EUR", "due": "2026-03-17"}',
  "lesson-plan": `Step 1: 8 minutes. The children fold a paper strip into halves and quarters. You need strips of paper.
Step 2: 12 minutes. In pairs they lay parts of a circle and say the word and the sign. You need paper circles and picture cards.
Step 3: 15 minutes. They draw three fractions of a chocolate bar and label them. You need worksheets with a word list.
Step 4: 10 minutes. Each child shows two fractions on a mini board. You need the boards and pens.`,
  "meeting-summary": `- Decided: the budget stays at 4k.
- Decided: launch moves from 5 to 12 May, because the labels are late.
- Decided: Ana has booked the room until Thursday.
- Task, Sam: ask the printer for a date.
- Open: who pays the courier.`,
  "plain-language": `You rent the home. If you want to end the contract, you must tell the owner in a letter. Send the letter at least three months before you want to move out. If you do not send it in time, the contract goes on for another twelve months. This rule is in section 4.`,
  "polite-no": `Thank you for asking. I cannot give a talk on a Saturday in June. I keep weekends free for my family. I could come on a weekday evening in June, or send you a recording that your group can watch on that Saturday. Tell me which of the two you prefer and I will prepare it.`,
  "product-text": `At 410 g this rain jacket is lighter than the lunch in your pack, and it folds into its own pocket, so it comes along even when the sky looks kind. The taped seams keep water out where other jackets let it in first.

The hood fits over a helmet, so one jacket does for the path and for the bike. The two-way zip opens from below when you climb or sit. Do you want to stay dry without carrying more?`,
  proofread: "They’re going to love the new cafe: it’s bright, quiet, and the bread smells great.",
  quiz: `1. Which colour can bees not see?
a) blue
b) red
c) ultraviolet
2. What do ultraviolet marks on flowers point to?
a) the nectar
b) the leaves
c) the sun
3. How long does a worker bee live in summer?
a) a day
b) a year
c) about six weeks
4. How long does a worker bee live in winter?
a) several months
b) two weeks
c) ten years
Answers: b, a, c, a`,
  "release-notes": `- The average of an empty list no longer shows nonsense.
- You can export while you are offline.
- The search finds words with and without accents.`,
  sentiment: "mixed",
  "short-post":
    "From now on our library is open on Sundays, 12 to 6. Bring the children: the picture books and the reading corner are yours all afternoon.",
  "sort-tickets": "delivery",
  "support-reply": `Thank you for writing to us. I am sorry that your kettle came with a cracked lid. We replace damaged parts free of charge within 30 days of delivery, so a new lid costs you nothing. Spare parts leave us within 2 working days, which should be in time for Friday. Please send me the address for the parcel today and I will order the lid at once.`,
  translate:
    "Le petit-déjeuner est servi de 7 h à 10 h dans la salle du jardin. Si vous devez partir plus tôt, veuillez nous le dire la veille au soir, et nous vous préparerons un sac.",
};
