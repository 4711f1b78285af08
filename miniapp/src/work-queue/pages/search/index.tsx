import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { Empty } from '../../../ui/empty'
import { Page } from '../../../ui/page'
import { FoundList } from '../../components/found-list'
import { SearchField } from '../../components/search-field'
import { SignInFirst } from '../../components/sign-in-first'
import { searchText } from '../../search.text'
import { useSearch } from '../../use-search'

/** Finds an item by what was said or by its number: a page of its own on a phone. */
export default function SearchPage() {
  const t = useText(searchText)
  const isSignedIn = useSession(({ token }) => token !== null)
  const search = useSearch()
  return (
    <Page isDesk title={t('title')}>
      {!isSignedIn && <SignInFirst />}
      {isSignedIn && <SearchField search={search} />}
      {isSignedIn && search.text === undefined && <Empty icon='search' title={t('begin')} next={t('beginNext')} />}
      {isSignedIn && search.text !== undefined && (
        <FoundList
          text={search.text}
          onOpen={({ communityId, id }) => openPage('work-queue/pages/item/index', { communityId, id })}
        />
      )}
    </Page>
  )
}
