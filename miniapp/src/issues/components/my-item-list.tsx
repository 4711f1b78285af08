import { useText } from '../../platform/i18n/text'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { groupMyItems, ItemCard, openMyItem, useMyItems } from '../../work-queue'
import { issueText } from '../issue.text'
import { LoadMore } from './load-more'

const GROUPS = ['waitingForMe', 'open', 'done'] as const

/** Everything that the signed-in person asked for: what waits for them first. */
export const MyItemList = () => {
  const t = useText(issueText)
  const list = useMyItems()
  if (list.isPending) return <Skeleton cards={3} />
  if (!list.data) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
  const groups = groupMyItems(list.data.pages.flatMap((page) => page.items))
  const isEmpty = GROUPS.every((group) => groups[group].length === 0)
  if (isEmpty) return <Empty icon='speech' title={t('noItems')} next={t('noItemsNext')} />
  return (
    <>
      {GROUPS.filter((group) => groups[group].length > 0).map((group) => (
        <Section key={group} title={t(group)}>
          {groups[group].map((item) => (
            <ItemCard key={item.id} item={item} onPress={() => openMyItem(item)} />
          ))}
        </Section>
      ))}
      <LoadMore {...list} />
    </>
  )
}
