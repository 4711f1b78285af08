import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { a11y } from '../../../ui/a11y'
import { Empty } from '../../../ui/empty'
import { Page } from '../../../ui/page'
import { NotOursCard } from '../../components/not-ours-card'
import { PagedList } from '../../components/paged-list'
import { SignInFirst } from '../../components/sign-in-first'
import { useNotOurs } from '../../desk.api'
import { followUpText } from '../../follow-up.text'

/** The register of what was not ours and where the residents were sent. */
export default function NotOursPage() {
  const t = useText(followUpText)
  const chosen = useSession((session) => session.communityId)
  const communityId = useRouter().params.communityId ?? chosen ?? ''
  const isSignedIn = useSession(({ token }) => token !== null)
  const entries = useNotOurs(communityId)
  if (!isSignedIn) {
    return (
      <Page isDesk title={t('notOurs')}>
        <SignInFirst />
      </Page>
    )
  }
  return (
    <Page isDesk title={t('notOurs')}>
      <View>{t('notOursAbout')}</View>
      <PagedList
        query={entries}
        empty={<Empty icon='forward' title={t('emptyNotOurs')} next={t('emptyNotOursNext')} />}
      >
        {(items) => (
          <View {...a11y({ role: 'list', label: t('notOursList') })}>
            {items.map((entry) => (
              <NotOursCard key={entry.workItemId} entry={entry} communityId={communityId} />
            ))}
          </View>
        )}
      </PagedList>
    </Page>
  )
}
