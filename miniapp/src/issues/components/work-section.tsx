import type { Issue } from '@little-bench/shared/issues/contract'
import { useText } from '../../platform/i18n/text'
import { Section } from '../../ui/section'
import { useWorks, WorkCards } from '../../work-queue'
import { issueText } from '../issue.text'

/** What came of it in stone and money; nothing while nobody wrote anything down. */
export const WorkSection = ({ issue: { communityId, id } }: { issue: Issue }) => {
  const t = useText(issueText)
  const works = useWorks(communityId, id).data ?? []
  if (works.length === 0) return null
  return (
    <Section title={t('worksAndMoney')}>
      <WorkCards works={works} />
    </Section>
  )
}
