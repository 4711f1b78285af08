import { View } from '@tarojs/components'
import { type Consent, useGiveConsent, useWithdrawConsent } from '../../people'
import { dateInSentence, dayInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { StatusChip } from '../../ui/status-chip'
import { showToast } from '../../ui/toast'
import { hasPlace, PLACE_OF_CONSENT } from '../consent-places'
import styles from '../privacy.module.scss'
import { privacyText } from '../privacy.text'

/** One purpose: the words, whether they were agreed to and when, and the one tap that takes it back or gives it. */
export const ConsentCard = ({ consent }: { consent: Consent }) => {
  const t = useText(privacyText)
  const { name, words, given, version, isSensitive, withdrawnAt, afterwards } = consent
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name}>{name}</View>
        <StatusChip
          word={t(given ? 'isGiven' : 'isNot')}
          tone={given ? 'good' : 'plain'}
          icon={given ? 'check' : 'minus'}
        />
      </View>
      {isSensitive && <View className={styles.caption}>{t('sensitive')}</View>}
      <View className={styles.line}>{words}</View>
      {given && (
        <View className={styles.line}>
          {t('givenAt', { date: dateInSentence(given.at), version: dayInSentence(given.version) })}
        </View>
      )}
      {given && given.version !== version && (
        <View className={styles.line}>{t('newWords', { version: dayInSentence(version) })}</View>
      )}
      {!given && withdrawnAt && (
        <View className={styles.line}>{t('withdrawnAt', { date: dateInSentence(withdrawnAt) })}</View>
      )}
      {given && (
        <View className={styles.line}>
          {consent.withdrawal === 'closing' ? afterwards : t('ifWithdrawn', { afterwards })}
        </View>
      )}
      {consent.withdrawal === 'here' ? <AgreeOrWithdraw consent={consent} /> : <ItsPage consent={consent} />}
    </Card>
  )
}

/** Given and withdrawn alike with one tap (PIPL 15). */
const AgreeOrWithdraw = ({ consent: { purpose, name, given, version } }: { consent: Consent }) => {
  const t = useText(privacyText)
  const giving = useGiveConsent()
  const withdrawing = useWithdrawConsent()
  const isOld = given !== null && given.version !== version
  const agree = () => giving.mutate({ purpose, version }, { onSuccess: () => showToast(t('agreed')) })
  const withdraw = () => withdrawing.mutate(purpose, { onSuccess: () => showToast(t('withdrawn')) })
  return (
    <>
      {(given ? withdrawing : giving).isError && <ErrorNotice error={(given ? withdrawing : giving).error} />}
      <View className={styles.ways}>
        {given && (
          <Button
            icon='undo'
            isWide
            isBusy={withdrawing.isPending}
            label={t('withdrawLabel', { name })}
            onPress={withdraw}
          >
            {t('withdraw')}
          </Button>
        )}
        {(!given || isOld) && (
          <Button isWide isBusy={giving.isPending} label={t('agreeLabel', { name })} onPress={agree}>
            {t('agree')}
          </Button>
        )}
      </View>
    </>
  )
}

/** What was agreed to with something that was written down is taken back where that stands. */
const ItsPage = ({ consent: { purpose, name, given, withdrawal } }: { consent: Consent }) => {
  const t = useText(privacyText)
  const isOwn = useSession((session) => session.actingFor === null)
  const isClosing = withdrawal === 'closing'
  // Nobody closes an account for somebody else.
  if (!given || !hasPlace(purpose) || (isClosing && !isOwn)) return null
  return (
    <View className={styles.ways}>
      <Button
        icon='forward'
        isWide
        {...(isClosing ? {} : { label: t('itsPageLabel', { name }) })}
        onPress={() => openPage(PLACE_OF_CONSENT[purpose])}
      >
        {t(isClosing ? 'closing' : 'itsPage')}
      </Button>
    </View>
  )
}
