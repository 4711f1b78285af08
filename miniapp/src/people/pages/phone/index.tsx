import { View } from '@tarojs/components'
import { useState } from 'react'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { goBack } from '../../../platform/navigation'
import { isInWechat } from '../../../platform/wechat'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { showToast } from '../../../ui/toast'
import { WechatPhoneButton } from '../../../ui/wechat-phone-button'
import { type PhoneProof, useBindPhone } from '../../account.api'
import { accountText } from '../../account.text'
import { OwnAccountOnly, useIsOwnAccount } from '../../components/own-account-only'
import { PhoneCodeFields } from '../../components/phone-code-fields'
import styles from '../../people.module.scss'
import { useSignInWays } from '../../sign-in.api'
import { signInText } from '../../sign-in.text'
import { usePhoneCode } from '../../use-phone-code'

/** Binds a number: inside WeChat with its own button, and everywhere with a short message. */
export default function PhonePage() {
  const t = useText(accountText)
  const tSignIn = useText(signInText)
  const ways = useSignInWays()
  const isOwn = useIsOwnAccount()
  const hasWechat = isInWechat && ways.data?.wechat === true
  const [isBySms, setBySms] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const [wasMerged, setMerged] = useState(false)
  const binding = useBindPhone()
  const bind = (proof: PhoneProof) =>
    binding.bind(proof, (merged) => {
      if (merged) return setMerged(true)
      showToast(t('boundNow'))
      goBack()
    })
  const phone = usePhoneCode({ onCode: bind, onEdit: binding.reset })
  const backToWechat = () => {
    setBySms(false)
    setRefused(false)
  }
  const canSms = ways.data?.phone === true
  const isSmsShown = canSms && (isBySms || isRefused || !hasWechat)
  if (wasMerged) return <Merged />
  return (
    <Page
      title={t('bindPhone')}
      action={
        isOwn &&
        isSmsShown && (
          <Button kind='primary' isWide isBusy={binding.isPending || phone.isRequesting} onPress={phone.goOn}>
            {phone.sent ? t('bind') : tSignIn('sendCode')}
          </Button>
        )
      }
    >
      <OwnAccountOnly>
        <View className={styles.hint}>{t('whyPhone')}</View>
        {ways.isPending && <Skeleton />}
        {ways.error && <ErrorNotice error={ways.error} onRetry={() => void ways.refetch()} />}
        {hasWechat && !isSmsShown && (
          <Section title={t('withWechatPhone')}>
            <View className={styles.hint}>{t('withWechatPhoneHint')}</View>
            <WechatPhoneButton
              isBusy={binding.isPending}
              onCode={(wechatPhoneCode) => bind({ wechatPhoneCode })}
              onRefusal={() => setRefused(true)}
            >
              {t('withWechatPhone')}
            </WechatPhoneButton>
            {canSms && (
              <View className={styles.answers}>
                <Button isWide onPress={() => setBySms(true)}>
                  {t('bySms')}
                </Button>
              </View>
            )}
          </Section>
        )}
        {ways.data && !canSms && !hasWechat && <Card tint='amber'>{t('phoneNotHere')}</Card>}
        {isRefused && <Card tint='amber'>{t('wechatPhoneRefused')}</Card>}
        {isSmsShown && (
          <Section title={t('bySms')}>
            <PhoneCodeFields of={phone} error={binding.error} />
            {hasWechat && (
              <Button kind='quiet' onPress={backToWechat}>
                {t('withWechatPhone')}
              </Button>
            )}
          </Section>
        )}
        {binding.isError && !isSmsShown && <ErrorNotice error={binding.error} />}
      </OwnAccountOnly>
      <OfflineWay />
    </Page>
  )
}

/** It is said once and stays until they go on: what was in two accounts is in one. */
const Merged = () => {
  const t = useText(accountText)
  return (
    <Page
      title={t('bindPhone')}
      action={
        <Button kind='primary' isWide onPress={goBack}>
          {t('account')}
        </Button>
      }
    >
      <Card tint='green'>
        <View className={styles.name}>{t('boundNow')}</View>
        <View>{t('merged')}</View>
      </Card>
      <OfflineWay />
    </Page>
  )
}
