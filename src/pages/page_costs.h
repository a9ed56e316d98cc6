#pragma once
// What the page breaker pays, beside the costs of where a page ends (namespace cost in flow.h). In the order of weight: a page that ends
// short of its foot, then what it takes to fill it, then a figure far from its call.
#include <cstddef>

namespace octavo::pages::cost {

constexpr double short_page = 6'000;           // a line of the grid left white at the foot
constexpr double further_short_line = 3'000;   // each more
constexpr double runt_line = 1'500;            // of the three a section's last page should have at least, each that is missing
constexpr double overfull = 1e9;

// Lines left white where pages need not come to their foot: two pages that lack a quarter rather than one that lacks half.
constexpr double ragged(double lines) { return 100 * lines * (1 + lines / 8); }

// A line of the grid added to the white space of the page.
constexpr double spread_heading = 100;   // over a heading
constexpr double spread = 200;           // round anything else that has space of its own
constexpr double spread_announced = 400;  // between a colon and what it announces
constexpr double spread_again = 900;     // a second one at the same place
// A paragraph set by total fit with a line more or less: guessed before it is set, and what the worse lines cost then.
constexpr double longer = 250, shorter = 350;

constexpr double late_figure = 600;      // a figure that waits for the next page
constexpr double divided_note = 800;     // a note that goes on there

// What is not looked at, since no page is likely to be the better for it.
constexpr float few_short_lines = 8, most_short_lines = 16;
constexpr double worth_a_look = 400;        // above the best way to a place hereabout, to see what no page need cost more than
constexpr double worth_going_on = 13'000;   // above the best way to a place hereabout
constexpr double worth_comparing = 13'000;  // above the best way to end a page

constexpr int least_under_heading = 2;   // lines
constexpr int least_on_last_page = 3;

}  // namespace octavo::pages::cost
