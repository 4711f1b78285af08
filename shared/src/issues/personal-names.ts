/** The hundred most frequent surnames and a few of two characters, without those that begin everyday words of a report. */
export const SURNAMES =
  '欧阳|上官|司马|诸葛|夏侯|皇甫|王|李|张|刘|陈|杨|黄|赵|吴|周|徐|孙|马|朱|胡|郭|何|林|罗|郑|梁|谢|宋|唐|许|韩|冯|邓|曹|彭|曾|肖|田|董|袁|潘|蒋|蔡|余|杜|叶|程|苏|魏|吕|丁|任|沈|姚|卢|姜|崔|钟|谭|陆|汪|范|金|石|廖|贾|夏|韦|傅|方|白|邹|孟|熊|秦|邱|江|尹|薛|闫|段|雷|侯|龙|史|陶|黎|贺|顾|毛|郝|龚|邵|万|钱|严|武|戴|莫|孔|向|汤'

/** What one calls somebody by, behind the surname or the name. */
export const TITLES =
  '先生|女士|小姐|阿姨|师傅|老师|大爷|大妈|大娘|大叔|大婶|大姐|大哥|大嫂|爷爷|奶奶|叔叔|伯伯|婆婆|嫂子|主任|书记|医生|经理|站长|所长'

/** Frequent Tibetan given names as they are written in Han. */
export const TIBETAN_NAMES =
  '仓木决|扎西|次仁|卓玛|卓嘎|央金|央宗|拉姆|旺堆|平措|索朗|丹增|旦增|强巴|达瓦|尼玛|格桑|边巴|巴桑|米玛|拉巴|普布|德吉|白玛|仁增|洛桑|顿珠|罗布|多吉|嘎玛|贡觉|晋美|益西|云丹|曲珍|曲扎|群培|桑珠|玉珍|仓决|其美|欧珠|赤列|土登|阿旺|伦珠|拉珍|次旦|次旺|次央|旺姆|旺久|琼达|措姆|梅朵|班旦|色珍'

/** Behind one of them they make a street, a flower, a greeting or a shop of it. */
export const NOT_A_NAME_BEFORE =
  '德勒|林卡|花|路|街|巷|大道|广场|公园|社区|小区|新村|村|乡|镇|县|山|寺|院|大院|酒店|宾馆|茶馆|甜茶|藏餐|餐厅|商店|超市|市场|康桑|岭|镇|市'
