import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useText } from '../../../platform/i18n/text'
import { HOME_PAGE, replacePage, restartAt } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { Page } from '../../../ui/page'
import { CommitteeWay } from '../../components/committee-way'
import { OpenInvitation } from '../../components/open-invitation'
import { PartyCase } from '../../components/party-case'
import { invitationText } from '../../invitation.text'
import { useParty } from '../../party'

/**
 * What somebody was invited to, without an account: the code opens one case, in this window alone. Whoever is signed in
 * has it among their own cases from then on.
 */
export default function InvitationPage() {
  const t = useText(invitationText)
  const { code } = useRouter().params
  const session = useParty((party) => party.session)
  const [hasRefused, setRefused] = useState(false)
  const home = () => restartAt(HOME_PAGE)
  if (hasRefused)
    return (
      <Page
        title={t('title')}
        action={
          <Button kind='primary' isWide icon='home' onPress={home}>
            {t('home')}
          </Button>
        }
      >
        <Empty icon='check' title={t('refused')} next={t('refusedNext')} />
        <CommitteeWay />
      </Page>
    )
  if (session)
    return (
      <Page title={t('title')}>
        <PartyCase session={session} onRefused={() => setRefused(true)} />
        <CommitteeWay communityId={session.communityId} />
      </Page>
    )
  return (
    <OpenInvitation
      code={code ?? ''}
      onInAccount={(communityId, id) => replacePage('mediation/pages/case/index', { communityId, id })}
    />
  )
}
