"""发放账户: where the measures have each subsidy paid."""

OWN = "本人社会保障卡银行账户或者个人银行账户"
TRAINEE = "本人社会保障卡银行账户、个人银行账户或者个人信用账户"
UNIT = "单位在银行开立的基本账户"
TRAINER = "培训机构在银行开立的基本账户"
