"""Common given names of women and of men in six languages, in lower case without accents."""

WOMEN = frozenset(
    """
    agnes akiko alice alison amelie amparo amy ann anne annegret anneliese annie antje astrid audrey ayse beatrice
    beatriz belen bernadette beth betty birgit bridget brigitte candice carmen carol caroline catherine cecile
    celine chantal chantelle charlotte charo chloe christine claire clemence clotilde colette consuelo daphne
    deborah denise dilys dolores doreen doris dorothee edith eileen elaine eleanor elfriede elisabeth elise
    elizabeth elke ellen elodie eloise elsbeth elspeth emilie emily emine estelle esther eugenie evelyn faith felicie
    fleur florence frances frauke friederike gabrielle genevieve gerlinde gertrud gisele gladys grace greet gretchen
    grete gudrun hannah harriet hazel hedwig heidrun heike helen helene hilde hildegard hiroko honor hope ilse imke
    imogen ines inge ingeborg ingrid irene iris isabel isabelle iseult ivy jacqueline jane janet janine jasmin jasmine
    jeanette jeanne jennifer jenny jill joan joanne jocelyne josephine joyce judith julie juliette june karen karin
    kate kathe katherine kathleen kathrin katie keiko kerstin kirsten laure lauren leonie liesel lily linn lisbeth
    lise liz lotte louise lourdes lucie lucy luz madeleine maelle magali maisie manon mareike margaret margarete
    margot marguerite marianne marie marilyn marit marjorie marlene martine mary mathilde maud maureen meg megan
    melanie mercedes mercy merle michiko milagros mildred miriam molly monique montserrat muriel nadege nadine nancy
    naomi natalie nathalie nell niamh nicole noelle noemie noriko nour odette odile olive oriane pascale paulette
    pauline peggy penelope phyllis pilar rachel ragnhild raquel renate rocio rosalind rosario rose rosemary rosie ruth
    sabine sally sandrine sarah sigrid silke simone siobhan socorro solange soledad sophie stephanie sue susan susanne
    suzanne sylvie tess therese trudy ulrike ute valerie veronique virginie viviane waltraud wendy wiebke winifred
    yasmin yoko yvette yvonne zoe адель анне жюли илзе кейт кэтрин любов любовь мари мэри николь нинель сесиль софи
    сільві элизабет
    """.split()
)
"""Names in -a, "-а" and "-я" are women's unless they are listed below."""

MEN = frozenset(
    """
    adam adrian alain alan albert alejandro alexander alfred anders andre andreas andrei andrew andy angus antoine
    anton arthur attila august axel barry bastian bela ben benedikt benjamin benoit bernard bernd bernhard bertrand
    bill bob bohdan boris brian bruno callum carl carlos casimir cedric charles chidi christian christophe
    christopher clemens colin colm conrad craig cyril damien dan daniel danylo dave david denis dennis denzil
    desmond dick didier dieter dietmar dima dirk dominic donald douglas duncan edgar edgardo edmund edward edwin
    elia emil emmanuel enrique eric erich erik ernst etienne eugen eugene evan ezra fabian felip felipe felix fermin
    florian francis francois frank franz fred frederic friedrich fritz gabriel gael gareth gary gavin geoffrey georg
    george georges gerald gerard gerd gerhard gilbert giles gilles gordon graham gregor gregory grisha guillaume
    gunter gustav guy gwilym hamid hans harald harold harry heiner heinrich heinz helmut henning henri henry herbert
    hermann holger hryhorii hubert hugh ian igor ihor ilja illia ilya imran isaac ivan izan jack jacques jaime jakob
    james jan jason javier jay jeff jens jeremy jerome jesus jim joachim joaquin joe joel johan johann johannes john
    jona jonas jonathan jorg jorge jory jose josef joseph joshua josua juan jules julian julien jurgen kai karim
    karl kasper keith kenneth kevin klaus kolya konrad konstantin kurt kwame lars laurent lee leo leon leonard lev
    lionel loic louis luc luca lucas lucien ludovic ludwig luis lukas luke mael malcolm manfred manuel marc marcel
    marcus marek mario marius mark markus martin matej mathias mathieu matteo matthew matthias matthieu maurice max
    maxime mehmet michael michel miguel mike misha mohamed mohammed moritz mustafa mykola mykyta nathan ned neil
    nicholas nick nicolas niels nigel nikita nils noah norbert oleg oleh oliver olivier omar oscar oskar otto owen
    pascal patrick paul pedro per peter petro phil philip philipp philippe pierre quentin rafael rainer ralf ralph
    ramon raoul raphael ray raymond remi rene richard robert roger roland rolf roman ron ronald rory ross ruben
    rudiger rudolf rupert russell ryan salvador samuel sebastian sebastien semyon sepp serge sergei sergio seth sid
    sigmund silas simon stefan stephen steve steven stuart sven taras tariq ted terry thierry thomas thorsten tim
    timothy tobias todd tom toni tony torsten tristan ulrich uwe valentin vanya vasyl vicente victor viktor vincent
    volker walter werner wilfried wilhelm will william wolfgang xavier xose yann yannick yuri yurii yves александр
    алексей анатолий анатолій андре андрей андрій антон аркадий артем артём богдан борис вадим валерий валерій ваня
    василий василь вася виктор виталий владимир вова володимир вячеслав віталій гаврила геннадий георгий глеб
    григорий григорій гриша давид даниил данила данило денис дима дмитрий дмитро евгений егор жора захар иван игорь
    илья кирилл коля константин костя кузьма лев леонид леонід лука лёша максим марк матвей микита микола михаил
    михайло миша назар никита николай олег олекса олександр олексій орест остап павел павло паша петр петро петя
    пётр роман ростислав руслан сава савва сашко святослав семен семён сеня сергей сергій серёжа станислав степан
    тарас тимофей тимур толя федор филипп фома фёдор хома эдуард юра юрий юрій яков ярослав євген іван ігор ілля
    """.split()
)

EITHER = frozenset(
    "alex ali andrea camille chris claude jean jessie kim laurence marion michele"
    " noel patrice robin sam sasha айнур анаит валя вигдис женя рут саша слава эстер".split()
)
"""Names of either gender: a man's in one language and a woman's in another, or used for both."""

TELLING = MEN | WOMEN
GIVEN = TELLING | EITHER
