import { inLanguage } from '@little-bench/shared/kernel/language'
import { CORRECTABLE_TEXT, DELETABLE_TEXT } from '@little-bench/shared/privacy/requests'
import { View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import styles from '../privacy.module.scss'
import { requestText } from '../request.text'
import type { NewRequest } from '../request-fields'

/** What will be asked, in the person's words, and who will see it. */
export const RequestCheck = ({ request, communityName }: { request: NewRequest; communityName: string }) => {
  const t = useText(requestText)
  const language = useDisplaySettings((settings) => settings.language)
  const about = request.kind === 'correction' ? CORRECTABLE_TEXT[request.about] : DELETABLE_TEXT[request.about]
  return (
    <>
      <Card>
        <FactList
          facts={[
            { name: t('factKind'), value: t(request.kind) },
            { name: t('factAbout'), value: inLanguage(about, language) },
            ...(request.words === undefined ? [] : [{ name: t('factWords'), value: request.words }]),
            { name: t('factWho'), value: communityName },
          ]}
        />
      </Card>
      <View className={styles.ways}>{t('checkWords')}</View>
    </>
  )
}
