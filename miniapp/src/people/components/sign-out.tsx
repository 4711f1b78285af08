import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { useSignOut } from '../people.api'
import styles from '../people.module.scss'
import { peopleText } from '../people.text'
import { useSignInWays } from '../sign-in.api'

/** The visible ways out: this phone, every phone, and in a demonstration another person. */
export const SignOut = () => {
  const t = useText(peopleText)
  const [asked, setAsked] = useState<'here' | 'everywhere' | null>(null)
  const signOut = useSignOut()
  const isDemo = useSignInWays().data?.demo === true
  const confirm = () => asked && signOut.mutate(asked)
  const isEverywhere = asked === 'everywhere'
  return (
    <View className={styles.row}>
      {isDemo && (
        <Button icon='person' onPress={() => openPage('people/pages/sign-in/index')}>
          {t('switchPerson')}
        </Button>
      )}
      <Button onPress={() => setAsked('here')}>{t('signOut')}</Button>
      <Button kind='danger' onPress={() => setAsked('everywhere')}>
        {t('signOutEverywhere')}
      </Button>
      <Dialog
        isOpen={asked !== null}
        title={t(isEverywhere ? 'signOutEverywhereTitle' : 'signOutTitle')}
        confirmWords={t(isEverywhere ? 'signOutEverywhere' : 'signOut')}
        isDanger={isEverywhere}
        isBusy={signOut.isPending}
        onConfirm={confirm}
        onClose={() => setAsked(null)}
      >
        {signOut.isError && <ErrorNotice error={signOut.error} />}
        <View>{t(isEverywhere ? 'signOutEverywhereWords' : 'signOutWords')}</View>
      </Dialog>
    </View>
  )
}
