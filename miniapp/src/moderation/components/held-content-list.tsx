import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import { showToast } from '../../ui/toast'
import { type HeldContent, type HeldView, useDecide, useHeldContent } from '../moderation.api'
import styles from '../moderation.module.scss'
import { moderationText } from '../moderation.text'
import { HeldContentCard } from './held-content-card'
import { RefusalSheet } from './refusal-sheet'

const LIST = { waiting: 'listWaiting', decided: 'listDecided' } as const
const EMPTY = { waiting: 'emptyWaiting', decided: 'emptyDecided' } as const
const NEXT = { waiting: 'emptyWaitingNext', decided: 'emptyDecidedNext' } as const

/** One view of what is held: a card for each, and why not for the one that is refused. */
export const HeldContentList = ({ view }: { view: HeldView }) => {
  const t = useText(moderationText)
  const list = useHeldContent(view)
  const decide = useDecide()
  // Here and not in the card: one that a colleague decides meanwhile leaves the list, and the answer must be read.
  const [refusing, setRefusing] = useState<HeldContent>()
  const items = list.data?.pages.flatMap((page) => page.items)
  const decisionOf = ({ id, decision }: HeldContent) => ({ heldContentId: id, seenDecisionAt: decision?.at ?? null })
  const isAbout = ({ id }: HeldContent): boolean => decide.variables?.heldContentId === id
  if (list.isPending) return <Skeleton cards={3} />
  return (
    <>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {decide.error !== null && !refusing && !items?.some(isAbout) && <ErrorNotice error={decide.error} />}
      {items?.length === 0 && <Empty icon='check' title={t(EMPTY[view])} next={t(NEXT[view])} />}
      <View className={styles.list} {...a11y({ role: 'list', label: t(LIST[view]) })}>
        {items?.map((held) => (
          <View key={held.id} {...a11y({ role: 'listitem' })}>
            <HeldContentCard
              held={held}
              isBusy={decide.isPending && isAbout(held)}
              error={!refusing && isAbout(held) ? decide.error : null}
              onShow={() =>
                decide.mutate({ ...decisionOf(held), isShown: true }, { onSuccess: () => showToast(t('shown')) })
              }
              onRefuse={() => {
                decide.reset()
                setRefusing(held)
              }}
            />
          </View>
        ))}
      </View>
      {list.hasNextPage && (
        <Button icon='down' isWide isBusy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {refusing && (
        <RefusalSheet
          key={refusing.id}
          isBusy={decide.isPending}
          error={decide.error}
          onRefuse={(reason) =>
            decide.mutate(
              { ...decisionOf(refusing), isShown: false, reason },
              {
                onSuccess: () => {
                  setRefusing(undefined)
                  showToast(t('refused'))
                },
              },
            )
          }
          onClose={() => {
            decide.reset()
            setRefusing(undefined)
          }}
        />
      )}
    </>
  )
}
