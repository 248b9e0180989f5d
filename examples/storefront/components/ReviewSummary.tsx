import { summarizeReviews } from '../lib/summarize'

type Props = { reviews: { author: string; text: string }[] }

export default async function ReviewSummary({ reviews }: Props) {
  const summary = await summarizeReviews(reviews.map((review) => review.text))
  return (
    <section className="reviews">
      <h2>What customers say</h2>
      <div dangerouslySetInnerHTML={{ __html: summary }} />
    </section>
  )
}
