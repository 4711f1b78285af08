import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Segmented } from '../../ui/segmented'
import { homeText } from '../home.text'

/** 中文/བོད་ཡིག and 长辈版, one tap from the first page. */
export const DisplaySwitches = () => {
  const t = useText(homeText)
  const { language, setLanguage, isElderMode, setElderMode } = useDisplaySettings()
  return (
    <>
      <Segmented
        label={t('languageLabel')}
        segments={[
          { value: 'zh', name: '中文', lang: 'zh-CN' },
          { value: 'bo', name: 'བོད་ཡིག', lang: 'bo' },
        ]}
        value={language}
        onChange={setLanguage}
      />
      <Button onPress={() => setElderMode(!isElderMode)}>{t(isElderMode ? 'ordinary' : 'elder')}</Button>
    </>
  )
}
