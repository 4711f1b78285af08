import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { issueText } from '../issue.text'

interface LoadMoreProps {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

/** The next page of a list, when there is one. */
export const LoadMore = ({ hasNextPage, isFetchingNextPage, fetchNextPage }: LoadMoreProps) => {
  const t = useText(issueText)
  if (!hasNextPage) return null
  return (
    <Button icon='down' isWide isBusy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
      {t('more')}
    </Button>
  )
}
