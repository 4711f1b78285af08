import { useState } from 'react'
import { useText } from '../../../platform/i18n/text'
import { goBack, HOME_PAGE, restartAt } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { isInWechat } from '../../../platform/wechat'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { showToast } from '../../../ui/toast'
import { useAccount } from '../../account.api'
import { SignedInOnly } from '../../components/signed-in-only'
import { isWholeTotp, TotpField } from '../../components/totp-field'
import { useConfirmTotp } from '../../staff.api'
import { staffText } from '../../staff.text'

/** The second proof of staff, once in each session; then back to the page that asked for it. */
export default function SecondStepPage() {
  const t = useText(staffText)
  const isLocked = useSession(({ desk }) => desk === 'locked')
  if (isLocked) return <SecondStep />
  return (
    <Page title={t('secondStep')}>
      <SignedInOnly>
        <NothingToOpen />
      </SignedInOnly>
    </Page>
  )
}

const SecondStep = () => {
  const t = useText(staffText)
  const account = useAccount()
  const [digits, setDigits] = useState('')
  const [hasTried, setTried] = useState(false)
  const confirming = useConfirmTotp()
  const hasTotp = account.data?.hasTotp === true
  const change = (typed: string) => {
    setTried(false)
    confirming.reset()
    setDigits(typed)
  }
  const send = () => {
    setTried(true)
    if (!isWholeTotp(digits)) return
    const opened = () => {
      showToast(t('opened'))
      goBack()
    }
    confirming.mutate(digits, { onSuccess: opened })
  }
  return (
    <Page
      title={t('secondStep')}
      action={
        hasTotp && (
          <Button kind='primary' isWide isBusy={confirming.isPending} onPress={send}>
            {t('openDesk')}
          </Button>
        )
      }
    >
      {account.isPending && <Skeleton cards={2} />}
      {account.error && <ErrorNotice error={account.error} onRetry={() => void account.refetch()} />}
      {account.data && !hasTotp && (
        <Section title={t('noTotp')}>
          <Card tint='amber'>{t(isInWechat ? 'boundToWechat' : 'noTotpWords')}</Card>
        </Section>
      )}
      {hasTotp && (
        <>
          <TotpField value={digits} onChange={change} hasTried={hasTried} />
          {confirming.isError && <ErrorNotice error={confirming.error} />}
          <Section title={t('lostPhone')}>{t('lostPhoneWords')}</Section>
        </>
      )}
    </Page>
  )
}

/** Opened by a link, by whoever has been here already or has no desk at all. */
const NothingToOpen = () => {
  const t = useText(staffText)
  const worksHere = useSession(({ person }) => person?.roles.some(({ role }) => role !== 'resident')) === true
  const home = (
    <Button icon='home' onPress={() => restartAt(HOME_PAGE)}>
      {t('home')}
    </Button>
  )
  if (worksHere) return <Empty icon='check' title={t('isOpen')} action={home} />
  return <Empty icon='person' title={t('nothingToOpen')} next={t('nothingToOpenNext')} action={home} />
}
