import HearsayTestSupport
import Testing

/// Small invented stories of accounts: what follows what, and what stands against what.
extension LineUpTests {
  static let accounts: [Story] = [
    Story(
      name: "former numbers give way within their own account",
      articles: [
        (
          "a.txt", "2015-05-04",
          """
          Clashes in Oskel

          The government said four people were killed in the clashes in Oskel on Monday.
          The hospital doctors' union said 12 people were killed.
          """
        ),
        (
          "b.txt", "2015-05-07",
          """
          Oskel doctors raise count

          The government maintains that eight people were killed.
          According to the hospital doctors' union, 21 people were killed, up from the 12 it reported on Monday.
          """
        ),
      ], ask: "killed", mains: ["8", "21"],
      conflicts: [["4", "12"], ["8", "21"]], supersedes: [["8", "4"], ["21", "12"]]),
    Story(
      name: "whole and rest are no clash",
      articles: [
        (
          "a.txt", "2012-03-17",
          """
          Volcano

          Six staff were living on the island when the volcano erupted.
          """
        ),
        (
          "b.txt", "2012-03-18",
          """
          Island left

          A ship picked up five staff, but one member of the staff is missing.
          """
        ),
      ], ask: "staff", mains: [],
      peace: [["5", "6"]]),
    Story(
      name: "a paper's own early toll gives way",
      articles: [
        (
          "a.txt", "2011-10-14",
          """
          Mosque attacked

          At least 22 people were killed when gunmen attacked a mosque in Talmir on Friday, police said.
          """
        ),
        (
          "b.txt", "2011-10-15",
          """
          Horror at mosque

          Fanatics killed 45 people at a mosque in Talmir on Friday.
          """
        ),
        (
          "c.txt", "2011-10-16",
          """
          Talmir toll

          The death toll in the attack on the mosque in Talmir has risen to 38, the health ministry said.
          """
        ),
      ], ask: "killed", mains: ["38"],
      supersedes: [["38", "22"]]),
    Story(
      name: "a charity's own count is no new level",
      articles: [
        (
          "a.txt", "2014-01-25",
          """
          Pupils

          Police said 90 pupils were still being held by the gunmen.
          """
        ),
        (
          "b.txt", "2014-01-30",
          """
          Charity

          The Christian Fellowship of the North said 103 pupils were still being held by the gunmen.
          """
        ),
      ], ask: "held", mains: ["103", "90"],
      conflicts: [["90", "103"]]),
    Story(
      name: "acres grow",
      articles: [
        (
          "a.txt", "2014-08-01",
          """
          Fire

          The fire has burned 4,200 acres, officials said.
          """
        ),
        (
          "b.txt", "2014-08-03",
          """
          Fire grows

          The fire has burned 9,100 acres, officials said.
          """
        ),
      ], ask: "acres", mains: ["9100"],
      supersedes: [["9100", "4200"]], peace: [["4200", "9100"]]),
    Story(
      name: "a stray number stops no toll",
      articles: [
        (
          "a.txt", "2011-02-03",
          """
          Mine

          A rescue team of 140 people was on its way to rescue the miners. Rescuers saved 140 people in 1999 as well.
          """
        ),
        (
          "b.txt", "2011-02-04",
          """
          Three out

          Three miners were rescued on Friday.
          """
        ),
        (
          "c.txt", "2011-02-05",
          """
          Five out

          Five miners were rescued, police said on Saturday.
          """
        ),
        (
          "d.txt", "2011-02-06",
          """
          Nine out

          Nine miners have been rescued so far, police said.
          """
        ),
      ], ask: "rescued", mains: ["9"],
      supersedes: [["9", "5"]]),
    Story(
      name: "two of many are not set against all",
      articles: [
        (
          "a.txt", "2011-02-03",
          """
          Freed

          Police said 96 people were released on Thursday.
          The union disputes this. Two doctors were released, the union said.
          """
        )
      ], ask: "freed", mains: ["96"],
      peace: [["2", "96"]]),
    Story(
      name: "not, but: a corrected number is no clash across papers",
      articles: [
        (
          "a.txt", "2011-02-03",
          """
          Raid

          The mayor said 14 hostages were held in the shop.
          """
        ),
        (
          "b.txt", "2011-02-05",
          """
          Raid

          The prosecutor said 16 hostages were held in the shop, not 14.
          """
        ),
        (
          "c.txt", "2011-02-08",
          """
          Raid

          The 16 hostages were held at gunpoint.
          """
        ),
      ], ask: "hostages", mains: ["16"],
      supersedes: [["16", "14"]], peace: [["14", "16"]]),
    Story(
      name: "a lower count by a union of the same day is an account of its own",
      articles: [
        (
          "a.txt", "2016-04-11",
          """
          Prison

          The government said 52 prisoners had been released from the prison at Arok.
          """
        ),
        (
          "b.txt", "2016-04-11",
          """
          Prison

          The opposition said 31 prisoners had been released from the prison at Arok.
          """
        ),
      ], ask: "released", mains: [],
      conflicts: [["31", "52"]]),
    Story(
      name: "what an official and a driver say side by side does not follow",
      articles: [
        (
          "a.txt", "2016-04-12",
          """
          Coach

          Travel agent Pravin Moll said 44 people had been on board the coach.
          The district administration said 42 people had been on board.
          """
        )
      ], ask: "on board", mains: ["44", "42"],
      conflicts: [["42", "44"]]),
    Story(
      name: "a clinic's count of days ago is not held against a newer toll",
      articles: [
        (
          "a.txt", "2016-04-12",
          """
          Flood

          The ministry said 18 people had been injured in the flood at Morda.
          Nurse Ilka Brandt said 29 people had been injured.
          """
        ),
        (
          "b.txt", "2016-04-16",
          """
          Flood

          The ministry said 26 people had been injured in the flood at Morda.
          """
        ),
      ], ask: "injured", mains: ["26"],
      conflicts: [["18", "29"]], supersedes: [["26", "18"]], peace: [["26", "29"]]),
  ]

  @Test(arguments: accounts) func `carries each account on by itself`(_ story: Story) throws {
    try `answers the question of a story`(story)
  }
}
