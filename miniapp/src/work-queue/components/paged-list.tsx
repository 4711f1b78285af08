import type { ReactNode } from 'react'
import { useText } from '../../platform/i18n/text'
import { useNetwork } from '../../platform/network-state'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import { followUpText } from '../follow-up.text'

interface PagedListProps<T> {
  query: {
    data: { pages: readonly { items: readonly T[] }[] } | undefined
    error: unknown
    isPending: boolean
    hasNextPage: boolean
    isFetchingNextPage: boolean
    refetch: () => Promise<unknown>
    fetchNextPage: () => Promise<unknown>
  }
  empty: ReactNode
  /** Draws what has been read so far. */
  children: (items: readonly T[]) => ReactNode
}

/** A list that comes in pages: its shape while it loads, what went wrong, nothing yet, and a way to more. */
export const PagedList = <T,>({ query, empty, children }: PagedListProps<T>) => {
  const t = useText(followUpText)
  const isOnline = useNetwork((network) => network.isOnline)
  if (query.isPending) return <Skeleton cards={3} />
  const items = query.data?.pages.flatMap((page) => page.items)
  const notice = query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!items) return notice
  return (
    <>
      {isOnline && notice}
      {items.length === 0 ? empty : children(items)}
      {query.hasNextPage && (
        <Button icon='down' isWide isBusy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
