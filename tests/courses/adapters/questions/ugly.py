"""Files of questions as teachers have them: three formats, with what goes wrong in them."""

import io
import zipfile

GIFT = """// A file from an old course
$CATEGORY: safety/fire

::Exits:: [html]<p>Where do you go when it burns?</p><img src="exit.png"> {
  =To the nearest exit#Right.
  ~To the lift
  ~%50%To the window
####Lifts stop when the power fails.
}

Who walks along? {~%50%A worker ~%50%A manager ~%-100%Nobody}

Fire needs {~water =oxygen} to burn.

A wet floor is safe.{F#It is slippery.}

How many metres wide is an exit at least? {#1.1:0.1}

Which width is usual? {#0.9..1.5}

Match the sign. {=red -> stop =green -> go = -> wait}

What do you do first? {}

What is this? {=A fire extinguisher =an extinguisher}

1 \\= 1 \\{sure\\}? {TRUE}

តើត្រូវធ្វើអ្វី​មុន​គេ? {=រត់ចេញ ~លាក់ខ្លួន}
"""
BAD_GIFT = """No braces at all

Open {=one ~two

::Only a name::{=a ~b}

Half a pair {=a -> b =c ->}

Number {#many}

Bare {one two}
"""
MOODLE = """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
 <question type="category"><category><text>$course$/Fire</text></category></question>
 <question type="multichoice">
  <name><text>Exits</text></name>
  <questiontext format="html"><text><![CDATA[<p>Where to?<br>Quickly!</p><img src="x.png">]]></text>
   <file name="x.png" encoding="base64">aGVsbG8=</file></questiontext>
  <generalfeedback format="html"><text>Lifts stop.</text></generalfeedback>
  <single>true</single>
  <answer fraction="100" format="html"><text><![CDATA[<b>Exit</b>]]></text>
   <feedback><text>Right</text></feedback></answer>
  <answer fraction="50"><text>Window</text></answer>
  <answer fraction="0"><text>Lift &amp; stairs</text></answer>
 </question>
 <question type="multichoice"><questiontext><text>Who?</text></questiontext>
  <single>false</single>
  <answer fraction="50"><text>Worker</text></answer><answer fraction="50"><text>Boss</text></answer>
  <answer fraction="-100"><text>Nobody</text></answer></question>
 <question type="truefalse"><questiontext><text>Wet is safe.</text></questiontext>
  <answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text></answer>
 </question>
 <question type="numerical"><questiontext><text>How wide?</text></questiontext>
  <answer fraction="100"><text>1.1</text><tolerance>0.1</tolerance></answer></question>
 <question type="matching"><questiontext><text>Signs</text></questiontext>
  <subquestion><text>red</text><answer><text>stop</text></answer></subquestion>
  <subquestion><text>green</text><answer><text>go</text></answer></subquestion>
  <subquestion><text></text><answer><text>wait</text></answer></subquestion></question>
 <question type="ordering"><questiontext><text>First?</text></questiontext>
  <answer fraction="2"><text>Leave</text></answer><answer fraction="1"><text>Shout</text></answer>
  <answer fraction="3"><text>Count</text></answer></question>
 <question type="shortanswer"><questiontext><text>What is it?</text></questiontext>
  <answer fraction="100"><text>A hose</text></answer><answer fraction="0"><text>*</text></answer>
 </question>
 <question type="essay"><questiontext><text>Tell.</text></questiontext>
  <graderinfo><text>Two ways out.</text></graderinfo></question>
 <question type="cloze"><questiontext><text>Fill {1:SA:=x}</text></questiontext></question>
 <question type="multichoice"><questiontext><text/></questiontext></question>
</quiz>
"""
ITEM = """<?xml version="1.0"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="{title}">
 <responseDeclaration identifier="R" cardinality="single" baseType="{base}">
  <correctResponse>{right}</correctResponse></responseDeclaration>
 <itemBody>{body}</itemBody>
 <modalFeedback identifier="f"><p>So it is.</p></modalFeedback>
</assessmentItem>
"""


def item(body, *right, base="identifier", title="An item"):
    values = "".join(f"<value>{value}</value>" for value in right)
    return ITEM.format(body=body, right=values, base=base, title=title).encode()


def choices(tag, **texts):
    inner = "".join(
        f'<simpleChoice identifier="{key}">{text}</simpleChoice>' for key, text in texts.items()
    )
    return f'<{tag} responseIdentifier="R"><prompt>Which?</prompt>{inner}</{tag}>'


def package(**items):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("imsmanifest.xml", "<manifest/>")
        for name, data in items.items():
            archive.writestr(f"{name}.xml", data)
    return file.getvalue()
