import { useMyCommunity } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { replacePage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { AskForm } from '../../components/ask-form'
import { PensionPage } from '../../components/pension-page'
import { useProof } from '../../proof.api'
import { hasOpenVisit } from '../../proof-words'
import { askText } from '../../visit.text'

/** Asking for a visit; whoever has one already is shown the way to it. */
export default function AskPage() {
  const t = useText(askText)
  const actingFor = useSession((session) => session.actingFor)
  const { community } = useMyCommunity()
  const isServed = community?.services.includes('pension') === true
  const proof = useProof(isServed ? community.id : undefined).data
  if (community && proof && !hasOpenVisit(proof)) return <AskForm community={community} />
  return (
    <PensionPage title={actingFor ? t('titleFor', actingFor) : t('title')}>
      {() => (
        <Empty
          icon='home'
          title={t('already')}
          action={<Button onPress={() => replacePage('pension/pages/visit/index')}>{t('seeCard')}</Button>}
        />
      )}
    </PensionPage>
  )
}
